import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: validateForTraining()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/validateForTraining.md","filePath":"api/gatewave/data/functions/validateForTraining.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/validateForTraining.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-validatefortraining" tabindex="-1">Function: validateForTraining() <a class="header-anchor" href="#function-validatefortraining" aria-label="Permalink to &quot;Function: validateForTraining()&quot;">​</a></h1><blockquote><p><strong>validateForTraining</strong>(<code>dataset</code>, <code>source?</code>): <code>void</code></p></blockquote><p>Checks that a classifier can be trained on the data: enough series, and more than one class among them.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="dataset" tabindex="-1">dataset <a class="header-anchor" href="#dataset" aria-label="Permalink to &quot;dataset&quot;">​</a></h3><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h3 id="source" tabindex="-1">source? <a class="header-anchor" href="#source" aria-label="Permalink to &quot;source?&quot;">​</a></h3><p><code>string</code> = <code>&#39;The data set&#39;</code></p><p>what the message calls the data, for example a file&#39;s name.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><code>void</code></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>DataError that says what is missing.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/validateForTraining.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const validateForTraining = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  validateForTraining as default
};
