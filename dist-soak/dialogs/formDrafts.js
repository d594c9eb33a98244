export {};
//# sourceMappingURL=formDrafts.js.map