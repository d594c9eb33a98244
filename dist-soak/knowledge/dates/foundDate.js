export {};
//# sourceMappingURL=foundDate.js.map