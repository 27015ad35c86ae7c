import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: KerasModel","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/KerasModel.md","filePath":"api/gatewave/model/interfaces/KerasModel.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/KerasModel.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-kerasmodel" tabindex="-1">Interface: KerasModel <a class="header-anchor" href="#interface-kerasmodel" aria-label="Permalink to &quot;Interface: KerasModel&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="layers" tabindex="-1">layers <a class="header-anchor" href="#layers" aria-label="Permalink to &quot;layers&quot;">​</a></h3><blockquote><p><strong>layers</strong>: <a href="./KerasLayer.html"><code>KerasLayer</code></a>[]</p></blockquote><p>Layers in the model&#39;s order; of a file of weights only, those that have weights, by name.</p><hr><h3 id="topology" tabindex="-1">topology <a class="header-anchor" href="#topology" aria-label="Permalink to &quot;topology&quot;">​</a></h3><blockquote><p><strong>topology</strong>: <code>Record</code>&lt;<code>string</code>, <code>unknown</code>&gt; | <code>null</code></p></blockquote><p>The model as JSON, { class_name, config }; null where the file has weights only.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/KerasModel.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const KerasModel = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  KerasModel as default
};
