import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: WeightShapes","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/type-aliases/WeightShapes.md","filePath":"api/gatewave/model/type-aliases/WeightShapes.md"}');
const _sfc_main = { name: "api/gatewave/model/type-aliases/WeightShapes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-weightshapes" tabindex="-1">Type Alias: WeightShapes <a class="header-anchor" href="#type-alias-weightshapes" aria-label="Permalink to &quot;Type Alias: WeightShapes&quot;">​</a></h1><blockquote><p><strong>WeightShapes</strong> = <code>Map</code>&lt;<a href="./WeightName.html"><code>WeightName</code></a>, <code>number</code>[]&gt;</p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/type-aliases/WeightShapes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WeightShapes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WeightShapes as default
};
