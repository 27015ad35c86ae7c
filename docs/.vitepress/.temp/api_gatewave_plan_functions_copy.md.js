import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: copy()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/copy.md","filePath":"api/gatewave/plan/functions/copy.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/copy.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-copy" tabindex="-1">Function: copy() <a class="header-anchor" href="#function-copy" aria-label="Permalink to &quot;Function: copy()&quot;">​</a></h1><blockquote><p><strong>copy</strong>(<code>from</code>, <code>fromOffset</code>, <code>to</code>, <code>toOffset</code>, <code>elements</code>): <a href="./../interfaces/CopyPass.html"><code>CopyPass</code></a></p></blockquote><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="from" tabindex="-1">from <a class="header-anchor" href="#from" aria-label="Permalink to &quot;from&quot;">​</a></h3><p><code>string</code></p><h3 id="fromoffset" tabindex="-1">fromOffset <a class="header-anchor" href="#fromoffset" aria-label="Permalink to &quot;fromOffset&quot;">​</a></h3><p><code>number</code></p><h3 id="to" tabindex="-1">to <a class="header-anchor" href="#to" aria-label="Permalink to &quot;to&quot;">​</a></h3><p><code>string</code></p><h3 id="tooffset" tabindex="-1">toOffset <a class="header-anchor" href="#tooffset" aria-label="Permalink to &quot;toOffset&quot;">​</a></h3><p><code>number</code></p><h3 id="elements" tabindex="-1">elements <a class="header-anchor" href="#elements" aria-label="Permalink to &quot;elements&quot;">​</a></h3><p><code>number</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p><a href="./../interfaces/CopyPass.html"><code>CopyPass</code></a></p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/copy.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const copy = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  copy as default
};
