// The pages are loaded by the router from ui/, so that nothing of them is in the first load.
export {};
