const _imports_0 = "/assets/training-page.Bwko8rKS.png";
export {
  _imports_0 as _
};
