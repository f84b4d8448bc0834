namespace OpenClaw.Channels.WhatsApp.Settings;

/// <summary>Where an account keeps its things: readable by the gateway's user alone.</summary>
/// <param name="Auth">The credentials.</param>
/// <param name="Spool">Messages that the gateway has not taken yet.</param>
/// <param name="Media">Files on their way in and out.</param>
internal sealed record AccountFolders(string Auth, string Spool, string Media)
{
    public static AccountFolders Of(WhatsAppSettings settings, string storage)
    {
        var folders = new AccountFolders(settings.AuthDir ?? Path.Combine(storage, "auth"), Path.Combine(storage, "spool"), Path.Combine(storage, "media"));
        foreach (var folder in new[] { folders.Auth, folders.Spool, folders.Media })
        {
            if (OperatingSystem.IsWindows())
                Directory.CreateDirectory(folder);
            else
                Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return folders;
    }
}
