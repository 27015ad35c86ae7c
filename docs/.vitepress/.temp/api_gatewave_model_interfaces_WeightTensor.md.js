import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: WeightTensor","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/WeightTensor.md","filePath":"api/gatewave/model/interfaces/WeightTensor.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/WeightTensor.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-weighttensor" tabindex="-1">Interface: WeightTensor <a class="header-anchor" href="#interface-weighttensor" aria-label="Permalink to &quot;Interface: WeightTensor&quot;">​</a></h1><p>The form that every format of weights is read into and written from: arrays by name.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="data" tabindex="-1">data <a class="header-anchor" href="#data" aria-label="Permalink to &quot;data&quot;">​</a></h3><blockquote><p><strong>data</strong>: <code>Float32Array</code></p></blockquote><p>Row-major.</p><hr><h3 id="shape" tabindex="-1">shape <a class="header-anchor" href="#shape" aria-label="Permalink to &quot;shape&quot;">​</a></h3><blockquote><p><strong>shape</strong>: <code>number</code>[]</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/WeightTensor.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WeightTensor = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WeightTensor as default
};
