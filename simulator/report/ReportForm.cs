namespace SwapEdge.Simulator;

public enum ReportForm
{
    Number = 0,

    /// <summary>sint32.</summary>
    ZigZag = 1,
    Text = 2,
    Hex = 3,
    Message = 4,

    /// <summary>Repeated.</summary>
    Messages = 5,

    /// <summary>Packed numbers that each stand for something.</summary>
    List = 6,

    /// <summary>Packed counts by place; shown with the words of their places, without those that are 0.</summary>
    Counts = 7,

    /// <summary>Unix milliseconds.</summary>
    Time = 8,
}
