namespace SwapEdge.Boards.Flash;

/// <summary>What a technician is told on the way; the words are in <see cref="StepTexts"/>.</summary>
public enum StepText
{
    Board = 1,
    Settings = 2,
    Secrets = 3,
    Image = 4,
    Nanoff = 5,
    Port = 6,
    Known = 7,
    Chip = 8,
    Runtime = 9,
    RuntimeErased = 10,
    Program = 11,
    Files = 12,
    Network = 13,
    Restart = 14,
    Verify = 15,
    Rehearsal = 20,
    NotLooked = 21,
    FirstJournal = 22,
    KnownJournal = 23,
    PsramUnknown = 24,
    NoCheck = 25,
    LeftOut = 26,
    Reported = 27,
    Label = 28,
}
