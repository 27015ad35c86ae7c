import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ProductTile","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/ProductTile.md","filePath":"api/gatewave/plan/interfaces/ProductTile.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/ProductTile.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-producttile" tabindex="-1">Interface: ProductTile <a class="header-anchor" href="#interface-producttile" aria-label="Permalink to &quot;Interface: ProductTile&quot;">​</a></h1><p>The part of the product that an invocation of <code>outer_product.wgsl</code> keeps in registers.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="m" tabindex="-1">m <a class="header-anchor" href="#m" aria-label="Permalink to &quot;m&quot;">​</a></h3><blockquote><p><strong>m</strong>: <code>number</code></p></blockquote><hr><h3 id="n" tabindex="-1">n <a class="header-anchor" href="#n" aria-label="Permalink to &quot;n&quot;">​</a></h3><blockquote><p><strong>n</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/ProductTile.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ProductTile = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ProductTile as default
};
