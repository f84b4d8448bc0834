namespace OpenClaw.Host.Storage.Backups;

/// <summary>Which names an archive may have for its files: plain relative ones that mean the same everywhere.</summary>
internal static class BackupPaths
{
    private static readonly System.Buffers.SearchValues<char> Forbidden = System.Buffers.SearchValues.Create("\\:%*?\"<>|");

    public static bool IsPlain(string path, int maxLength)
    {
        if (path.Length == 0 || path.Length > maxLength || path.AsSpan().ContainsAny(Forbidden) || path.Any(char.IsControl))
            return false;
        return path.Split('/').All(static part => part is not ("" or "." or "..") && !part.EndsWith('.') && !part.EndsWith(' '));
    }
}
