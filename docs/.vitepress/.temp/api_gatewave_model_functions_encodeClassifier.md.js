import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: encodeClassifier()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/encodeClassifier.md","filePath":"api/gatewave/model/functions/encodeClassifier.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/encodeClassifier.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-encodeclassifier" tabindex="-1">Function: encodeClassifier() <a class="header-anchor" href="#function-encodeclassifier" aria-label="Permalink to &quot;Function: encodeClassifier()&quot;">​</a></h1><blockquote><p><strong>encodeClassifier</strong>(<code>sizes</code>, <code>values</code>, <code>metadata?</code>): <code>Uint8Array</code></p></blockquote><p>Inputs: <code>series</code> [batch, time, channels], prepared as the metadata say, and <code>lengths</code> [batch] int32, the steps of each series; later steps are padding. Batch and time are free. Outputs: <code>probability</code> [batch, 1] or [batch, classes], and <code>attention</code> [batch, time], 0 at padding.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="sizes" tabindex="-1">sizes <a class="header-anchor" href="#sizes" aria-label="Permalink to &quot;sizes&quot;">​</a></h3><p><a href="./../interfaces/ClassifierSizes.html"><code>ClassifierSizes</code></a></p><h3 id="values" tabindex="-1">values <a class="header-anchor" href="#values" aria-label="Permalink to &quot;values&quot;">​</a></h3><p><a href="./../type-aliases/WeightValues.html"><code>WeightValues</code></a></p><h3 id="metadata" tabindex="-1">metadata? <a class="header-anchor" href="#metadata" aria-label="Permalink to &quot;metadata?&quot;">​</a></h3><p><code>Record</code>&lt;<code>string</code>, <code>string</code>&gt; = <code>{}</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Uint8Array</code></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/encodeClassifier.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const encodeClassifier = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  encodeClassifier as default
};
