/** Stands for every stylesheet in Jest: a class is called by its name. */
// A stylesheet has no other export.
// oxlint-disable-next-line import/no-default-export
export default new Proxy({}, { get: (_, name) => name });
