import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: classificationReport()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/functions/classificationReport.md","filePath":"api/gatewave/model/functions/classificationReport.md"}');
const _sfc_main = { name: "api/gatewave/model/functions/classificationReport.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-classificationreport" tabindex="-1">Function: classificationReport() <a class="header-anchor" href="#function-classificationreport" aria-label="Permalink to &quot;Function: classificationReport()&quot;">​</a></h1><blockquote><p><strong>classificationReport</strong>(<code>output</code>, <code>threshold?</code>): <a href="./../interfaces/ClassificationReport.html"><code>ClassificationReport</code></a></p></blockquote><p>All metrics of a classifier&#39;s output. Class 1 of two is predicted where its probability is above the threshold, else the class of the highest probability.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="output" tabindex="-1">output <a class="header-anchor" href="#output" aria-label="Permalink to &quot;output&quot;">​</a></h3><p><a href="./../interfaces/ClassifierOutput.html"><code>ClassifierOutput</code></a></p><h3 id="threshold" tabindex="-1">threshold? <a class="header-anchor" href="#threshold" aria-label="Permalink to &quot;threshold?&quot;">​</a></h3><p><code>number</code> = <code>0.5</code></p><p>applies to two classes only.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/ClassificationReport.html"><code>ClassificationReport</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>RangeError when there are no series, the sizes do not match, or a probability is NaN.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/functions/classificationReport.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const classificationReport = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  classificationReport as default
};
