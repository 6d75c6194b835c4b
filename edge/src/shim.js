// What workerd loads: it hands each call to the WASM, and replaces the WASM after a trap.
//
// A panic or trap leaves the instance's memory in an unknown state. Every call in flight fails at once, and the next
// one, to whichever object, first makes a new instance; objects made in an old one are made anew from their storage,
// which a trap never leaves half-written (a transaction that does not return is rolled back).
import { DurableObject } from "cloudflare:workers";
import * as wasm from "./index.js";

// `criticalError` is set by the panic hook too, `instanceId` counts the instances; both outlive an instance.
const instance = wasm.__worker_init_state();

// For each call in flight, what makes it fail: its future died with the instance and would never answer.
const inFlight = new Set();

const noteTrap = (error) => {
  if (!(error instanceof WebAssembly.RuntimeError)) return;
  console.error("trap", error.stack);
  instance.criticalError = true;
  for (const fail of inFlight) fail(new Error("the instance was lost to a trap"));
};

// A trap after an await surfaces in what the future goes on in and not in the call that began it.
addEventListener("error", (event) => noteTrap(event.error));

// Futures go on in microtasks. The runtime's own function wraps each in an object and a function of its own, which took a tenth
// of the processor time of an opt-in; a promise that is settled does without. An instance hands over the same function each
// time, so it is wrapped once.
const settled = Promise.resolve();
let step;
let guarded;
globalThis.queueMicrotask = (work) => {
  if (step !== work) {
    step = work;
    guarded = () => {
      try {
        work();
      } catch (error) {
        noteTrap(error);
        throw error;
      }
    };
  }
  settled.then(guarded);
};

// Does `work`, which may be what a future answers later; one promise a call, since a call has few enough microseconds.
const call = (work) => {
  if (instance.criticalError) {
    wasm.__wbg_reset_state();
    instance.criticalError = false;
  }
  return new Promise((resolve, reject) => {
    const fail = (error) => {
      inFlight.delete(fail);
      noteTrap(error);
      reject(error);
    };
    inFlight.add(fail);
    try {
      Promise.resolve(work()).then((answer) => {
        inFlight.delete(fail);
        resolve(answer);
      }, fail);
    } catch (error) {
      fail(error);
    }
  });
};

// A Durable Object class around what `make` makes in the present instance.
const object = (make) =>
  class extends DurableObject {
    #inner;
    #madeIn;

    #object() {
      if (this.#madeIn !== instance.instanceId) {
        this.#inner = make(this.ctx, this.env);
        this.#madeIn = instance.instanceId;
      }
      return this.#inner;
    }

    // What the worker asks, JSON in and JSON out: a call without the requests, responses and streams of `fetch`.
    ask(text) {
      return call(() => this.#object().ask(text));
    }

    fetch(request) {
      return call(() => this.#object().fetch(request));
    }

    alarm() {
      return call(() => this.#object().alarm());
    }
  };

export const Directory = object((state, env) => new wasm.Directory(state, env));
export const Ledger = object((state, env) => new wasm.Ledger(state, env));
export const Heads = object((state, env) => new wasm.Heads(state, env));
export const Shown = object((state, env) => new wasm.Shown(state, env));

export default {
  fetch: (request, env, context) => call(() => wasm.fetch(request, env, context)),
};
