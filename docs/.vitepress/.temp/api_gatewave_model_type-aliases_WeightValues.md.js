import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: WeightValues","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/type-aliases/WeightValues.md","filePath":"api/gatewave/model/type-aliases/WeightValues.md"}');
const _sfc_main = { name: "api/gatewave/model/type-aliases/WeightValues.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-weightvalues" tabindex="-1">Type Alias: WeightValues <a class="header-anchor" href="#type-alias-weightvalues" aria-label="Permalink to &quot;Type Alias: WeightValues&quot;">​</a></h1><blockquote><p><strong>WeightValues</strong> = <code>Map</code>&lt;<a href="./WeightName.html"><code>WeightName</code></a>, <code>Float32Array</code>&gt;</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/type-aliases/WeightValues.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WeightValues = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WeightValues as default
};
