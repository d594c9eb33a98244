const MESSAGE = Symbol('message');
export function setMessage(context, message) {
    context.turnState.set(MESSAGE, message);
}
export function messageOf(context) {
    return context.turnState.get(MESSAGE);
}
//# sourceMappingURL=message.js.map