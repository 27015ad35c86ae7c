import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: predictedClasses()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/predictedClasses.md","filePath":"api/gatewave/model/functions/predictedClasses.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/predictedClasses.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-predictedclasses" tabindex="-1">Function: predictedClasses() <a class="header-anchor" href="#function-predictedclasses" aria-label="Permalink to &quot;Function: predictedClasses()&quot;">​</a></h1><blockquote><p><strong>predictedClasses</strong>(<code>output</code>, <code>threshold?</code>): <code>Int32Array</code></p></blockquote><p>The predicted class of each series, [count], as in <a href="./classificationReport.html">classificationReport</a>.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="output" tabindex="-1">output <a class="header-anchor" href="#output" aria-label="Permalink to &quot;output&quot;">​</a></h3><p><a href="./../interfaces/ClassifierOutput.html"><code>ClassifierOutput</code></a></p><h3 id="threshold" tabindex="-1">threshold? <a class="header-anchor" href="#threshold" aria-label="Permalink to &quot;threshold?&quot;">​</a></h3><p><code>number</code> = <code>0.5</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>Int32Array</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>RangeError when there is neither one probability per series (two classes) nor one per class.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/predictedClasses.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const predictedClasses = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  predictedClasses as default
};
