import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: dispatch()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/dispatch.md","filePath":"api/gatewave/plan/functions/dispatch.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/dispatch.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-dispatch" tabindex="-1">Function: dispatch() <a class="header-anchor" href="#function-dispatch" aria-label="Permalink to &quot;Function: dispatch()&quot;">​</a></h1><blockquote><p><strong>dispatch</strong>(<code>shader</code>, <code>options</code>): <a href="./../interfaces/DispatchPass.html"><code>DispatchPass</code></a></p></blockquote><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="shader" tabindex="-1">shader <a class="header-anchor" href="#shader" aria-label="Permalink to &quot;shader&quot;">​</a></h3><p><code>string</code></p><h3 id="options" tabindex="-1">options <a class="header-anchor" href="#options" aria-label="Permalink to &quot;options&quot;">​</a></h3><p><a href="./../interfaces/DispatchOptions.html"><code>DispatchOptions</code></a></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/DispatchPass.html"><code>DispatchPass</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/dispatch.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const dispatch = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  dispatch as default
};
