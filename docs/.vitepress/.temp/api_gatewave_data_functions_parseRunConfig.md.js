import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: parseRunConfig()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/functions/parseRunConfig.md","filePath":"api/gatewave/data/functions/parseRunConfig.md"}');
const _sfc_main = { name: "api/gatewave/data/functions/parseRunConfig.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-parserunconfig" tabindex="-1">Function: parseRunConfig() <a class="header-anchor" href="#function-parserunconfig" aria-label="Permalink to &quot;Function: parseRunConfig()&quot;">​</a></h1><blockquote><p><strong>parseRunConfig</strong>(<code>text</code>, <code>fileName</code>): <a href="./../interfaces/RunConfig.html"><code>RunConfig</code></a></p></blockquote><p>Reads the JSON text of a run&#39;s configuration; keys left out have the article&#39;s (data) or the recipe&#39;s (training) values.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="text" tabindex="-1">text <a class="header-anchor" href="#text" aria-label="Permalink to &quot;text&quot;">​</a></h3><p><code>string</code></p><h3 id="filename" tabindex="-1">fileName <a class="header-anchor" href="#filename" aria-label="Permalink to &quot;fileName&quot;">​</a></h3><p><code>string</code></p><p>what error messages call the text.</p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/RunConfig.html"><code>RunConfig</code></a></p><h2 id="throws" tabindex="-1">Throws <a class="header-anchor" href="#throws" aria-label="Permalink to &quot;Throws&quot;">​</a></h2><p>ConfigError that names each wrong key, the value it had and what is allowed, or the place where the text is not JSON.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/functions/parseRunConfig.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const parseRunConfig = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  parseRunConfig as default
};
