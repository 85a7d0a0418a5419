namespace ShuangDa.Silo;

/// <summary>设置有误. A setting cannot be used as it stands. The message names the key, in both languages; the program prints it and ends with exit code 1.</summary>
/// <param name="key">The configuration key.</param>
/// <param name="chinese">What is wrong, in Chinese.</param>
/// <param name="english">What is wrong, in English.</param>
public sealed class SettingException(string key, string chinese, string english) : Exception($"配置项 {key}：{chinese}\n{key}: {english}")
{
    /// <summary>The configuration key.</summary>
    public string Key { get; } = key;
}
