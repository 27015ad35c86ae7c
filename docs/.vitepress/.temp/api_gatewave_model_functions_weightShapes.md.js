import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: weightShapes()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/weightShapes.md","filePath":"api/gatewave/model/functions/weightShapes.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/weightShapes.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-weightshapes" tabindex="-1">Function: weightShapes() <a class="header-anchor" href="#function-weightshapes" aria-label="Permalink to &quot;Function: weightShapes()&quot;">​</a></h1><blockquote><p><strong>weightShapes</strong>(<code>sizes</code>): <a href="./../type-aliases/WeightShapes.html"><code>WeightShapes</code></a></p></blockquote><p>Shape of each weight of a classifier, in the model&#39;s order.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="sizes" tabindex="-1">sizes <a class="header-anchor" href="#sizes" aria-label="Permalink to &quot;sizes&quot;">​</a></h3><p><a href="./../interfaces/ClassifierSizes.html"><code>ClassifierSizes</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../type-aliases/WeightShapes.html"><code>WeightShapes</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/weightShapes.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const weightShapes = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  weightShapes as default
};
