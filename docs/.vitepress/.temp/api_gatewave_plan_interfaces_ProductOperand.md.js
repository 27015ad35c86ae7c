import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ProductOperand","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/ProductOperand.md","filePath":"api/gatewave/plan/interfaces/ProductOperand.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/ProductOperand.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-productoperand" tabindex="-1">Interface: ProductOperand <a class="header-anchor" href="#interface-productoperand" aria-label="Permalink to &quot;Interface: ProductOperand&quot;">​</a></h1><p>One operand of an outer product: rows of vec4s, see <code>outer_product.wgsl</code>. Strides are in vec4s.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="block" tabindex="-1">block <a class="header-anchor" href="#block" aria-label="Permalink to &quot;block&quot;">​</a></h3><blockquote><p><strong>block</strong>: <code>number</code></p></blockquote><hr><h3 id="buffer" tabindex="-1">buffer <a class="header-anchor" href="#buffer" aria-label="Permalink to &quot;buffer&quot;">​</a></h3><blockquote><p><strong>buffer</strong>: <code>string</code></p></blockquote><hr><h3 id="offset" tabindex="-1">offset <a class="header-anchor" href="#offset" aria-label="Permalink to &quot;offset&quot;">​</a></h3><blockquote><p><strong>offset</strong>: <code>number</code></p></blockquote><hr><h3 id="rows" tabindex="-1">rows <a class="header-anchor" href="#rows" aria-label="Permalink to &quot;rows&quot;">​</a></h3><blockquote><p><strong>rows</strong>: <code>number</code></p></blockquote><hr><h3 id="step" tabindex="-1">step <a class="header-anchor" href="#step" aria-label="Permalink to &quot;step&quot;">​</a></h3><blockquote><p><strong>step</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/ProductOperand.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ProductOperand = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ProductOperand as default
};
