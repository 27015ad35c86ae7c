import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: generateSineDataset()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/generateSineDataset.md","filePath":"api/gatewave/data/functions/generateSineDataset.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/generateSineDataset.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-generatesinedataset" tabindex="-1">Function: generateSineDataset() <a class="header-anchor" href="#function-generatesinedataset" aria-label="Permalink to &quot;Function: generateSineDataset()&quot;">​</a></h1><blockquote><p><strong>generateSineDataset</strong>(<code>config</code>, <code>seed</code>, <code>first?</code>): <a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p></blockquote><p>The article&#39;s data set: class &#39;0&#39; is normal, class &#39;1&#39; anomalous (probability 1 − normal_anomalous_ratio). The same configuration and seed give the same series, in Node as in the browser.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="config" tabindex="-1">config <a class="header-anchor" href="#config" aria-label="Permalink to &quot;config&quot;">​</a></h3><p><a href="./../interfaces/SineConfig.html"><code>SineConfig</code></a></p><h3 id="seed" tabindex="-1">seed <a class="header-anchor" href="#seed" aria-label="Permalink to &quot;seed&quot;">​</a></h3><p><code>number</code></p><h3 id="first" tabindex="-1">first? <a class="header-anchor" href="#first" aria-label="Permalink to &quot;first?&quot;">​</a></h3><p><code>number</code> = <code>0</code></p><p>leaves out the series before this one, which takes next to no time; the rest are the same.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/Dataset.html"><code>Dataset</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/generateSineDataset.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const generateSineDataset = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  generateSineDataset as default
};
