namespace ShuangDa.Tests.Browser.Support;

/// <summary>What of a page fingers press.</summary>
internal static class Targets
{
    /// <summary>
    /// Says which targets are less than 44 pixels high or wide. What belongs to a control counts with it, such as the words beside a box;
    /// links that are text, without a box of their own, are as high as its lines (WCAG 2.5.5 excepts them), and axe holds them apart.
    /// </summary>
    public const string TooSmall = """
        () => {
          const least = 44;
          const wrong = [];
          const pressed = 'a[href], button, input:not([type=hidden]), textarea, summary, [role=tab], [role=combobox], [role=switch]';
          // What is pressed in the place of a control that is drawn within it.
          const around = 'label, .ant-select, .ant-picker, .ant-input-affix-wrapper, .ant-segmented-item, .ant-tabs-tab, .ant-input-number';
          const named = (el) => [el.tagName.toLowerCase(), ...el.classList].join('.');
          const isInText = (el) => el.matches('a') && /^(inline|block)$/.test(getComputedStyle(el).display) && !el.matches('.figure');
          // What is drawn small may be pressed beside it all the same.
          const reaches = (box) => {
            box.scrollIntoView({ block: 'center' });
            const { left, top, width, height } = box.getBoundingClientRect();
            const far = least / 2 - 1;
            const points = [[0, -far], [0, far]];
            const at = ([x, y]) => document.elementFromPoint(left + width / 2 + x, top + height / 2 + y);
            return width >= least && points.every((one) => box.contains(at(one)));
          };
          const seen = new Set();
          for (const el of document.body.querySelectorAll(pressed)) {
            const box = el.closest(around) ?? el;
            const isPassedBy = el.closest('[inert], [aria-hidden=true], .out-of-sight, .plain-table');
            if (seen.has(box) || el.disabled || isInText(el) || isPassedBy) continue;
            seen.add(box);
            const { width, height, right } = box.getBoundingClientRect();
            if (!box.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || width <= 1 || right <= 0) continue;
            if (Math.round(Math.min(width, height)) < least && !reaches(box)) {
              const says = (el.innerText || el.ariaLabel || el.placeholder || '').trim().slice(0, 40);
              wrong.push(`${Math.round(width)}×${Math.round(height)} ${named(box)}: ${says}`);
            }
          }
          return [...new Set(wrong)];
        }
        """;
}
