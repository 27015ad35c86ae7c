import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Interface: TrainingResult","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/interfaces/TrainingResult.md","filePath":"api/gatewave/model/interfaces/TrainingResult.md"}');
const _sfc_main = { name: "api/gatewave/model/interfaces/TrainingResult.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="interface-trainingresult" tabindex="-1">Interface: TrainingResult <a class="header-anchor" href="#interface-trainingresult" aria-label="Permalink to &quot;Interface: TrainingResult&quot;">​</a></h1><h2 id="properties" tabindex="-1">Properties <a class="header-anchor" href="#properties" aria-label="Permalink to &quot;Properties&quot;">​</a></h2><h3 id="position" tabindex="-1">position <a class="header-anchor" href="#position" aria-label="Permalink to &quot;position&quot;">​</a></h3><blockquote><p><strong>position</strong>: <code>Readonly</code>&lt;<a href="./Position.html"><code>Position</code></a>&gt;</p></blockquote><hr><h3 id="reason" tabindex="-1">reason <a class="header-anchor" href="#reason" aria-label="Permalink to &quot;reason&quot;">​</a></h3><blockquote><p><strong>reason</strong>: <a href="./../type-aliases/EndReason.html"><code>EndReason</code></a></p></blockquote></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/interfaces/TrainingResult.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainingResult = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainingResult as default
};
