import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: TrainingEvent","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/type-aliases/TrainingEvent.md","filePath":"api/gatewave/model/type-aliases/TrainingEvent.md"}');
const _sfc_main = { name: "api/gatewave/model/type-aliases/TrainingEvent.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-trainingevent" tabindex="-1">Type Alias: TrainingEvent <a class="header-anchor" href="#type-alias-trainingevent" aria-label="Permalink to &quot;Type Alias: TrainingEvent&quot;">​</a></h1><blockquote><p><strong>TrainingEvent</strong> = <a href="./../interfaces/StartEvent.html"><code>StartEvent</code></a> | <a href="./../interfaces/StepsEvent.html"><code>StepsEvent</code></a> | <a href="./../interfaces/EpochEvent.html"><code>EpochEvent</code></a> | <a href="./../interfaces/SnapshotEvent.html"><code>SnapshotEvent</code></a> | <a href="./../interfaces/EndEvent.html"><code>EndEvent</code></a></p></blockquote><p>What a training run reports while it is going on. Plain values, which structured clone carries from the worker to the page, and JSON text from the page to the command line.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/type-aliases/TrainingEvent.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const TrainingEvent = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  TrainingEvent as default
};
