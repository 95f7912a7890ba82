namespace NewsTracker.Web.Presentation;

/// <summary>Why a request was refused, where the status alone says too little; a feature of the request that the error page shows.</summary>
/// <param name="Text">What happened and what to do.</param>
sealed record RefusalSentence(string Text);
