// Keeps the heap close to what is in use. Left alone it grows to several times as much, as garbage costs nothing there.
// To be imported before anything else. How large the part for young objects gets has to be said when Node is started,
// `--max-semi-space-size=8`: in 16 MB, its default, turns are no faster and a process holds 20 MB more.
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--heap-growing-percent=50');
