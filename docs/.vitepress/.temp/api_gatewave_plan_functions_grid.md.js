import { ssrRenderAttrs } from "vue/server-renderer";
import { useSSRContext } from "vue";
import { _ as _export_sfc } from "./plugin-vue_export-helper.1tPrXgE0.js";
const __pageData = JSON.parse('{"title":"Function: grid()","description":"","frontmatter":{},"headers":[],"relativePath":"api/gatewave/plan/functions/grid.md","filePath":"api/gatewave/plan/functions/grid.md"}');
const _sfc_main = { name: "api/gatewave/plan/functions/grid.md" };
function _sfc_ssrRender(_ctx, _push, _parent, _attrs, $props, $setup, $data, $options) {
  _push(`<div${ssrRenderAttrs(_attrs)}><h1 id="function-grid" tabindex="-1">Function: grid() <a class="header-anchor" href="#function-grid" aria-label="Permalink to &quot;Function: grid()&quot;">​</a></h1><blockquote><p><strong>grid</strong>(<code>invocations</code>, <code>workgroup</code>): [<code>number</code>, <code>number</code>, <code>number</code>]</p></blockquote><p>Workgroups for <code>invocations</code> in a row. A grid wider than the limit of a dimension continues in y; such shaders compute their index as <code>id.x + id.y * groups.x * WORKGROUP</code>.</p><h2 id="parameters" tabindex="-1">Parameters <a class="header-anchor" href="#parameters" aria-label="Permalink to &quot;Parameters&quot;">​</a></h2><h3 id="invocations" tabindex="-1">invocations <a class="header-anchor" href="#invocations" aria-label="Permalink to &quot;invocations&quot;">​</a></h3><p><code>number</code></p><h3 id="workgroup" tabindex="-1">workgroup <a class="header-anchor" href="#workgroup" aria-label="Permalink to &quot;workgroup&quot;">​</a></h3><p><code>number</code></p><h2 id="returns" tabindex="-1">Returns <a class="header-anchor" href="#returns" aria-label="Permalink to &quot;Returns&quot;">​</a></h2><p>[<code>number</code>, <code>number</code>, <code>number</code>]</p></div>`);
}
const _sfc_setup = _sfc_main.setup;
_sfc_main.setup = (props, ctx) => {
  const ssrContext = useSSRContext();
  (ssrContext.modules || (ssrContext.modules = /* @__PURE__ */ new Set())).add("api/gatewave/plan/functions/grid.md");
  return _sfc_setup ? _sfc_setup(props, ctx) : void 0;
};
const grid = /* @__PURE__ */ _export_sfc(_sfc_main, [["ssrRender", _sfc_ssrRender]]);
export {
  __pageData,
  grid as default
};
