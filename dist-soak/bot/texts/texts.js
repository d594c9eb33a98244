// What the bot has sentences for; en.ts and ja.ts write them. A sentence that a language lacks does not compile.
export {};
//# sourceMappingURL=texts.js.map