import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: FittedPreparation","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/data/interfaces/FittedPreparation.md","filePath":"api/gatewave/data/interfaces/FittedPreparation.md"}');
const _sfc_main = { name: "api/gatewave/data/interfaces/FittedPreparation.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-fittedpreparation" tabindex="-1">Interface: FittedPreparation <a class="header-anchor" href="#interface-fittedpreparation" aria-label="Permalink to &quot;Interface: FittedPreparation&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="preparation" tabindex="-1">preparation <a class="header-anchor" href="#preparation" aria-label="Permalink to &quot;preparation&quot;">​</a></h3><blockquote><p><strong>preparation</strong>: <a href="./Preparation.html"><code>Preparation</code></a></p></blockquote><hr><h3 id="reasons" tabindex="-1">reasons <a class="header-anchor" href="#reasons" aria-label="Permalink to &quot;reasons&quot;">​</a></h3><blockquote><p><strong>reasons</strong>: <code>string</code>[]</p></blockquote><p>What was chosen, and why: a sentence for each rule that decided.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/data/interfaces/FittedPreparation.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const FittedPreparation = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  FittedPreparation as default
};
