import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: stockModel()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/stockModel.md","filePath":"api/gatewave/model/functions/stockModel.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/stockModel.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-stockmodel" tabindex="-1">Function: stockModel() <a class="header-anchor" href="#function-stockmodel" aria-label="Permalink to &quot;Function: stockModel()&quot;">​</a></h1><blockquote><p><strong>stockModel</strong>(<code>sizes</code>, <code>values</code>): <code>LayersModel</code></p></blockquote><p>A model with the classifier&#39;s weights and outputs: probability [batch, 1] or [batch, classes], attention [batch, time]. It takes series of any length. The caller disposes of it.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="sizes" tabindex="-1">sizes <a class="header-anchor" href="#sizes" aria-label="Permalink to &quot;sizes&quot;">​</a></h3><p><a href="./../interfaces/ClassifierSizes.html"><code>ClassifierSizes</code></a></p><h3 id="values" tabindex="-1">values <a class="header-anchor" href="#values" aria-label="Permalink to &quot;values&quot;">​</a></h3><p><a href="./../type-aliases/WeightValues.html"><code>WeightValues</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>LayersModel</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/stockModel.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const stockModel = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  stockModel as default
};
