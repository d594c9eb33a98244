export {};
//# sourceMappingURL=walkthroughTexts.js.map