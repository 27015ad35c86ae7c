import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: evaluate()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/evaluate.md","filePath":"api/gatewave/model/functions/evaluate.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/evaluate.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-evaluate" tabindex="-1">Function: evaluate() <a class="header-anchor" href="#function-evaluate" aria-label="Permalink to &quot;Function: evaluate()&quot;">​</a></h1><blockquote><p><strong>evaluate</strong>(<code>classifier</code>, <code>dataset</code>): <code>Promise</code>&lt;{ <code>accuracy</code>: <code>number</code>; <code>loss</code>: <code>number</code>; }&gt;</p></blockquote><p>Mean loss and accuracy over a data set whose series are already prepared.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="classifier" tabindex="-1">classifier <a class="header-anchor" href="#classifier" aria-label="Permalink to &quot;classifier&quot;">​</a></h3><p><a href="./../classes/Classifier.html"><code>Classifier</code></a></p><h3 id="dataset" tabindex="-1">dataset <a class="header-anchor" href="#dataset" aria-label="Permalink to &quot;dataset&quot;">​</a></h3><p><a href="./../../data/interfaces/Dataset.html"><code>Dataset</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Promise</code>&lt;{ <code>accuracy</code>: <code>number</code>; <code>loss</code>: <code>number</code>; }&gt;</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/evaluate.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const evaluate = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  evaluate as default
};
