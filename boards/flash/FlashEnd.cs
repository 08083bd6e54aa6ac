namespace SwapEdge.Boards.Flash;

/// <summary>How it ended: the exit code. Its sentences are in <see cref="EndTexts"/>. Numbers are for ever.</summary>
public enum FlashEnd
{
    Done = 0,
    WrongUsage = 2,
    InternalError = 3,

    // What was given: nothing has been written yet.
    BoardUnknown = 10,
    SettingsMissing = 11,
    SettingsRefused = 12,
    NodeUnknown = 13,
    BoardDiffers = 14,
    SecretsMissing = 20,
    SecretsInRepository = 21,
    SecretsOpen = 22,
    SecretsRefused = 23,
    BuildMissing = 30,
    BuildRefused = 31,
    BuildTooLarge = 32,

    // The tool, the cable and the chip: nothing has been written yet.
    NanoffMissing = 40,
    NanoffOther = 41,
    NanoffHangs = 42,
    PortMissing = 50,
    PortSeveral = 51,
    PortForbidden = 52,
    PortBusy = 53,
    ChipSilent = 54,
    ChipUnread = 55,
    ChipOther = 60,
    PsramMissing = 61,
    FlashOther = 62,

    // Writing: what is on the board is not to be relied on.
    ArchiveMissing = 70,
    RuntimeNotWritten = 71,
    ImageNotWritten = 72,
    FilesNotWritten = 73,
    NetworkNotWritten = 74,
    RestartFailed = 75,

    // What the board says of itself.
    BrokerSilent = 80,
    BirthMissing = 81,
    BuildDiffers = 82,
    SettingsDiffer = 83,
    BoardSaysOther = 84,
    JournalDiffers = 85,
    JournalReused = 86,
    CertificatesRefused = 87,
}
