import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: ScratchSpec","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/interfaces/ScratchSpec.md","filePath":"api/gatewave/plan/interfaces/ScratchSpec.md"}');
const _sfc_main = { name: "api/gatewave/plan/interfaces/ScratchSpec.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-scratchspec" tabindex="-1">Interface: ScratchSpec <a class="header-anchor" href="#interface-scratchspec" aria-label="Permalink to &quot;Interface: ScratchSpec&quot;">​</a></h1><p>A buffer that lives only as long as the plan runs. <code>uniform: true</code> lets a pass bind it as a uniform buffer.</p><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="elements" tabindex="-1">elements <a class="header-anchor" href="#elements" aria-label="Permalink to &quot;elements&quot;">​</a></h3><blockquote><p><strong>elements</strong>: <code>number</code></p></blockquote><hr><h3 id="name" tabindex="-1">name <a class="header-anchor" href="#name" aria-label="Permalink to &quot;name&quot;">​</a></h3><blockquote><p><strong>name</strong>: <code>string</code></p></blockquote><hr><h3 id="uniform" tabindex="-1">uniform? <a class="header-anchor" href="#uniform" aria-label="Permalink to &quot;uniform?&quot;">​</a></h3><blockquote><p><code>optional</code> <strong>uniform?</strong>: <code>boolean</code></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/interfaces/ScratchSpec.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const ScratchSpec = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  ScratchSpec as default
};
