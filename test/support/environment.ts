/**
 * Jest's Node environment without three of its costs: AsyncLocalStorage instances that stay enabled after their file (Node calls
 * each of them at every promise), packages that every file loads again (see shared-packages.js), and a proxied global object.
 */
import { TestEnvironment } from "jest-environment-node";
import { AsyncLocalStorage } from "node:async_hooks";
import { createRequire } from "node:module";
import vm from "node:vm";

/** The AsyncLocalStorage instances that the current test file has entered. */
const entered = new Set<AsyncLocalStorage<unknown>>();

for (const name of ["run", "enterWith"] as const) {
  const enter = AsyncLocalStorage.prototype[name];
  AsyncLocalStorage.prototype[name] = function remembered(this: AsyncLocalStorage<unknown>, ...args: unknown[]) {
    entered.add(this);
    return Reflect.apply(enter, this, args) as never; // whatever the original returns
  };
}

const requireShared = createRequire(import.meta.url);

export default class Environment extends TestEnvironment {
  constructor(...args: ConstructorParameters<typeof TestEnvironment>) {
    const { createContext } = vm;
    // The base class passes a proxy, which would slow down every access to a global. The types do not accept the constant.
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY as unknown as vm.Context);
    try {
      super(...args);
    } finally {
      vm.createContext = createContext;
    }
  }

  override async setup(): Promise<void> {
    await super.setup();
    Object.assign(this.global, { requireShared });
  }

  override async teardown(): Promise<void> {
    for (const storage of entered) storage.disable();
    entered.clear();
    await super.teardown();
  }
}
