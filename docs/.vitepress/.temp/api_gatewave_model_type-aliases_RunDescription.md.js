import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: RunDescription","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/type-aliases/RunDescription.md","filePath":"api/gatewave/model/type-aliases/RunDescription.md"}');
const _sfc_main = { name: "api/gatewave/model/type-aliases/RunDescription.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-rundescription" tabindex="-1">Type Alias: RunDescription <a class="header-anchor" href="#type-alias-rundescription" aria-label="Permalink to &quot;Type Alias: RunDescription&quot;">​</a></h1><blockquote><p><strong>RunDescription</strong> = <code>Pick</code>&lt;<a href="./../interfaces/StartEvent.html"><code>StartEvent</code></a>, <code>&quot;backend&quot;</code> | <code>&quot;adapter&quot;</code> | <code>&quot;dispatchesPerStep&quot;</code> | <code>&quot;memoryBytes&quot;</code> | <code>&quot;reasons&quot;</code>&gt;</p></blockquote><p>What a start event reports beyond what the trainer knows.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/type-aliases/RunDescription.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const RunDescription = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  RunDescription as default
};
