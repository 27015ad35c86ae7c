import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: CopyPass","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/CopyPass.md","filePath":"api/gatewave/plan/interfaces/CopyPass.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/CopyPass.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-copypass" tabindex="-1">Interface: CopyPass <a class="header-anchor" href="#interface-copypass" aria-label="Permalink to &quot;Interface: CopyPass&quot;">​</a></h1><p>Copies <code>elements</code> from one buffer of the plan to another; costs no dispatch.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="elements" tabindex="-1">elements <a class="header-anchor" href="#elements" aria-label="Permalink to &quot;elements&quot;">​</a></h3><blockquote><p><strong>elements</strong>: <code>number</code></p></blockquote><hr><h3 id="from" tabindex="-1">from <a class="header-anchor" href="#from" aria-label="Permalink to &quot;from&quot;">​</a></h3><blockquote><p><strong>from</strong>: <code>string</code></p></blockquote><hr><h3 id="fromoffset" tabindex="-1">fromOffset <a class="header-anchor" href="#fromoffset" aria-label="Permalink to &quot;fromOffset&quot;">​</a></h3><blockquote><p><strong>fromOffset</strong>: <code>number</code></p></blockquote><hr><h3 id="kind" tabindex="-1">kind <a class="header-anchor" href="#kind" aria-label="Permalink to &quot;kind&quot;">​</a></h3><blockquote><p><strong>kind</strong>: <code>&quot;copy&quot;</code></p></blockquote><hr><h3 id="to" tabindex="-1">to <a class="header-anchor" href="#to" aria-label="Permalink to &quot;to&quot;">​</a></h3><blockquote><p><strong>to</strong>: <code>string</code></p></blockquote><hr><h3 id="tooffset" tabindex="-1">toOffset <a class="header-anchor" href="#tooffset" aria-label="Permalink to &quot;toOffset&quot;">​</a></h3><blockquote><p><strong>toOffset</strong>: <code>number</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/CopyPass.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const CopyPass = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  CopyPass as default
};
