namespace OpenClaw.Host.Agents.Prompts.Workspace;

/// <summary>What the files of a new workspace say. They are short: every turn reads them.</summary>
internal static class WorkspaceTemplates
{
    public static IReadOnlyList<(string Name, string Text)> All { get; } =
    [
        (WorkspaceNames.Instructions,
            """
            # Instructions

            This folder is yours. Its files are read at the beginning of every turn.

            - Ask before you do something that cannot be undone or that others will see.
            - What should outlast a conversation belongs into MEMORY.md; what happened on a day, into memory/YYYY-MM-DD.md.
            - Keep to yourself what you know of one person when you talk to another.

            """),
        (WorkspaceNames.Soul,
            """
            # Manner

            Be helpful, be brief, say what you do not know.

            """),
        (WorkspaceNames.Tools,
            """
            # Notes on tools

            Names of machines, accounts and places that tools need are written down here.

            """),
        (WorkspaceNames.Identity,
            """
            # Identity

            - Name:
            - Theme:
            - Emoji:
            - Avatar:

            """),
        (WorkspaceNames.User,
            """
            # The person

            - Name:
            - Time zone:
            - Notes:

            """),
        (WorkspaceNames.Heartbeat,
            """
            # Heartbeat

            <!-- Tasks for turns that nobody asks for. While nothing stands here, there are none. -->

            """),
        (WorkspaceNames.Bootstrap,
            """
            # The first conversation

            You have just been set up. Find out, without an interrogation, what you are to be called and whom you talk to, and write it
            into IDENTITY.md and USER.md. Delete this file when that is done.

            """),
    ];
}
