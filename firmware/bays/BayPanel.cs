namespace SwapEdge.Firmware
{
    /// <summary>Does what a person asks for at a bay.</summary>
    public static class BayPanel
    {
        public static void Serve(Bay bay, OperatorPanel panel, OperatorInputs inputs, long nowMs)
        {
            OperatorRequest request = panel.Take(inputs, nowMs);
            if (request == OperatorRequest.ClearIsolation)
            {
                panel.Record(request, bay.ClearIsolation(nowMs), nowMs);
            }
            else if (request == OperatorRequest.FreeBay)
            {
                panel.Record(request, bay.FreeByHand(nowMs), nowMs);
            }
            else if (request != OperatorRequest.None)
            {
                CustodyReason reason = OperatorPanel.ReasonOf(request);
                bay.Expect(reason, nowMs);
                panel.Record(request, reason != CustodyReason.None, nowMs);
            }
        }
    }
}
