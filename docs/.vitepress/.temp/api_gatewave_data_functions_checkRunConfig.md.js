import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: checkRunConfig()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/checkRunConfig.md","filePath":"api/gatewave/data/functions/checkRunConfig.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/checkRunConfig.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-checkrunconfig" tabindex="-1">Function: checkRunConfig() <a class="header-anchor" href="#function-checkrunconfig" aria-label="Permalink to &quot;Function: checkRunConfig()&quot;">​</a></h1><blockquote><p><strong>checkRunConfig</strong>(<code>value</code>, <code>source</code>): <a href="./../interfaces/RunConfig.html"><code>RunConfig</code></a></p></blockquote><p>Checks a configuration that is already parsed, for example one made from a page&#39;s form or URL.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="value" tabindex="-1">value <a class="header-anchor" href="#value" aria-label="Permalink to &quot;value&quot;">​</a></h3><p><code>unknown</code></p><h3 id="source" tabindex="-1">source <a class="header-anchor" href="#source" aria-label="Permalink to &quot;source&quot;">​</a></h3><p><code>string</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/RunConfig.html"><code>RunConfig</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>ConfigError as <a href="./parseRunConfig.html">parseRunConfig</a> does.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/checkRunConfig.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const checkRunConfig = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  checkRunConfig as default
};
