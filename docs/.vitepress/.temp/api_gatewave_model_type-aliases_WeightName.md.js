import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Type Alias: WeightName","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/model/type-aliases/WeightName.md","filePath":"api/gatewave/model/type-aliases/WeightName.md"}');
const _sfc_main = { name: "api/gatewave/model/type-aliases/WeightName.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="type-alias-weightname" tabindex="-1">Type Alias: WeightName <a class="header-anchor" href="#type-alias-weightname" aria-label="Permalink to &quot;Type Alias: WeightName&quot;">​</a></h1><blockquote><p><strong>WeightName</strong> = \`bidirectional/\${&quot;forward&quot; | &quot;backward&quot;}_\${&quot;kernel&quot; | &quot;recurrent_kernel&quot; | &quot;bias&quot;}\` | \`attention/\${&quot;kernel&quot; | &quot;bias&quot; | &quot;query&quot;}\` | \`logits/\${&quot;kernel&quot; | &quot;bias&quot;}\`</p></blockquote><p>The classifier&#39;s weights by role, in the order of the model&#39;s weights; names are <code>layer/weight</code>.</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/model/type-aliases/WeightName.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const WeightName = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  WeightName as default
};
