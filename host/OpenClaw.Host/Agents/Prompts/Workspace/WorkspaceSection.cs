using System.Globalization;
using System.Text;
using OpenClaw.Host.Configuration.Model.Agents;

namespace OpenClaw.Host.Agents.Prompts.Workspace;

/// <summary>Writes the files of a workspace into the prompt, within their bounds.</summary>
internal static class WorkspaceSection
{
    private const int LeastUseful = 200;

    public static void Append(StringBuilder prompt, IReadOnlyList<WorkspaceFile> files, AgentDefaultsConfig settings)
    {
        var missing = new List<string>();
        var left = settings.BootstrapTotalMaxChars;
        foreach (var file in files)
        {
            if (file.IsMissing)
            {
                // These come and go; the others are expected.
                if (file.Name is not (WorkspaceNames.Bootstrap or WorkspaceNames.Memory))
                    missing.Add(file.Name);
                continue;
            }

            prompt.Append("\n## ").Append(file.Name).Append("\n\n");
            if (file.Text is not { } text)
            {
                prompt.Append(CultureInfo.InvariantCulture, $"[not shown: {file.Problem}]\n");
                continue;
            }

            var room = Math.Min(settings.BootstrapMaxChars, left);
            var shown = text.Length <= room ? text : room < LeastUseful ? string.Empty : text[..End(text, room)];
            left -= shown.Length;
            prompt.Append(shown).Append('\n');
            if (shown.Length < text.Length || file.Bytes > WorkspaceReader.MaxBytes)
                prompt.Append(CultureInfo.InvariantCulture, $"[{file.Name} is cut here: {shown.Length} characters of a file of {file.Bytes} bytes are shown; read it for the rest]\n");
        }

        if (missing.Count > 0)
            prompt.Append(CultureInfo.InvariantCulture, $"\n[Not in the workspace: {string.Join(", ", missing)}]\n");
    }

    private static int End(string text, int room) => char.IsHighSurrogate(text[room - 1]) ? room - 1 : room;
}
