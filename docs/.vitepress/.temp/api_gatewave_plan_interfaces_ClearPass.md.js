import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ClearPass","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/ClearPass.md","filePath":"api/gatewave/plan/interfaces/ClearPass.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/ClearPass.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-clearpass" tabindex="-1">Interface: ClearPass <a class="header-anchor" href="#interface-clearpass" aria-label="Permalink to &quot;Interface: ClearPass&quot;">​</a></h1><p>Sets <code>elements</code> of a buffer to zero; costs no dispatch.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="buffer" tabindex="-1">buffer <a class="header-anchor" href="#buffer" aria-label="Permalink to &quot;buffer&quot;">​</a></h3><blockquote><p><strong>buffer</strong>: <code>string</code></p></blockquote><hr><h3 id="elements" tabindex="-1">elements <a class="header-anchor" href="#elements" aria-label="Permalink to &quot;elements&quot;">​</a></h3><blockquote><p><strong>elements</strong>: <code>number</code></p></blockquote><hr><h3 id="kind" tabindex="-1">kind <a class="header-anchor" href="#kind" aria-label="Permalink to &quot;kind&quot;">​</a></h3><blockquote><p><strong>kind</strong>: <code>&quot;clear&quot;</code></p></blockquote><hr><h3 id="offset" tabindex="-1">offset <a class="header-anchor" href="#offset" aria-label="Permalink to &quot;offset&quot;">​</a></h3><blockquote><p><strong>offset</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/ClearPass.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ClearPass = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ClearPass as default
};
