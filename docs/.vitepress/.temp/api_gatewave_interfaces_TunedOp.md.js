import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TunedOp","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/interfaces/TunedOp.md","filePath":"api/gatewave/interfaces/TunedOp.md"}');
const _sfc_main = { name: "api/gatewave/interfaces/TunedOp.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tunedop" tabindex="-1">Interface: TunedOp <a class="header-anchor" href="#interface-tunedop" aria-label="Permalink to &quot;Interface: TunedOp&quot;">​</a></h1><p>The outcome of tuning one op.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="chosen" tabindex="-1">chosen <a class="header-anchor" href="#chosen" aria-label="Permalink to &quot;chosen&quot;">​</a></h3><blockquote><p><strong>chosen</strong>: <code>string</code> | <code>null</code></p></blockquote><p>The variant that runs from now on; null where none can.</p><hr><h3 id="op" tabindex="-1">op <a class="header-anchor" href="#op" aria-label="Permalink to &quot;op&quot;">​</a></h3><blockquote><p><strong>op</strong>: <code>string</code></p></blockquote><hr><h3 id="shape" tabindex="-1">shape <a class="header-anchor" href="#shape" aria-label="Permalink to &quot;shape&quot;">​</a></h3><blockquote><p><strong>shape</strong>: <code>string</code></p></blockquote><hr><h3 id="variants" tabindex="-1">variants <a class="header-anchor" href="#variants" aria-label="Permalink to &quot;variants&quot;">​</a></h3><blockquote><p><strong>variants</strong>: <a href="./VariantTiming.html"><code>VariantTiming</code></a>[]</p></blockquote><p>The variant that the rule prefers comes first.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/interfaces/TunedOp.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TunedOp = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TunedOp as default
};
