# What is said of a button whose card has ended.
form-over = This form or draft has ended: it was completed, cancelled or deleted. Nothing was changed.
offer-over = This offer has ended: it was answered, or it is too old. Nothing was changed. To report an activity: /update
