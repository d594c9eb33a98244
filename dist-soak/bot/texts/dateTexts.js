export {};
//# sourceMappingURL=dateTexts.js.map