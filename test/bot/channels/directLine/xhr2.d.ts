declare module 'xhr2' {
  const XMLHttpRequest: object;
  export default XMLHttpRequest;
}
