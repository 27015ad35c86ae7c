import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TuningReport","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/TuningReport.md","filePath":"api/gatewave/model/interfaces/TuningReport.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/TuningReport.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-tuningreport" tabindex="-1">Interface: TuningReport <a class="header-anchor" href="#interface-tuningreport" aria-label="Permalink to &quot;Interface: TuningReport&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="ops" tabindex="-1">ops <a class="header-anchor" href="#ops" aria-label="Permalink to &quot;ops&quot;">​</a></h3><blockquote><p><strong>ops</strong>: <a href="./../../interfaces/TunedOp.html"><code>TunedOp</code></a>[]</p></blockquote><hr><h3 id="remembered" tabindex="-1">remembered <a class="header-anchor" href="#remembered" aria-label="Permalink to &quot;remembered&quot;">​</a></h3><blockquote><p><strong>remembered</strong>: <a href="./../../type-aliases/Tuning.html"><code>Tuning</code></a></p></blockquote><p>For the caller to keep and hand to later sessions; see <code>WebGPUOptions</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/TuningReport.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TuningReport = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TuningReport as default
};
