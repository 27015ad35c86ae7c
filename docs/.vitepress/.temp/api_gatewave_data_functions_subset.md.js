import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: subset()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/subset.md","filePath":"api/gatewave/data/functions/subset.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/subset.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-subset" tabindex="-1">Function: subset() <a class="header-anchor" href="#function-subset" aria-label="Permalink to &quot;Function: subset()&quot;">​</a></h1><blockquote><p><strong>subset</strong>(<code>dataset</code>, <code>indices</code>): <a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p></blockquote><p>The series with the given indices, in that order, as a data set of its own.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="dataset" tabindex="-1">dataset <a class="header-anchor" href="#dataset" aria-label="Permalink to &quot;dataset&quot;">​</a></h3><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h3 id="indices" tabindex="-1">indices <a class="header-anchor" href="#indices" aria-label="Permalink to &quot;indices&quot;">​</a></h3><p><code>ArrayLike</code>&lt;<code>number</code>&gt;</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>RangeError when an index is not one of the data set&#39;s.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/subset.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const subset = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  subset as default
};
