/** Logs a promise that fails without anyone to hear of it, and goes on. */
export function surviveStrayRejections(logger) {
    process.on('unhandledRejection', (error) => {
        logger.error({ err: error instanceof Error ? error : new Error(String(error)) }, 'stray rejection');
    });
}
//# sourceMappingURL=strayErrors.js.map