using System.Text;

namespace OpenClaw.Host.Configuration.Loading;

/// <summary>The file cannot be used. The message lists every issue, ready to print.</summary>
internal sealed class ConfigInvalidException(ConfigLoadResult result) : Exception(Describe(result))
{
    public ConfigLoadResult Result { get; } = result;

    private static string Describe(ConfigLoadResult result)
    {
        var fileName = Path.GetFileName(result.Path);
        var text = new StringBuilder("Invalid config at ").Append(result.Path).Append(':');
        foreach (var issue in result.Issues)
        {
            text.Append('\n').Append(issue.Format(fileName));
            if (issue.Fix is { } fix)
            {
                text.Append("\n    ").Append(fix);
            }
        }

        return text.ToString();
    }
}
